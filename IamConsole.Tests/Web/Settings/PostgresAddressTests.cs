using static IamConsole.Tests.Web.Settings.SettingsReading;

namespace IamConsole.Tests.Web.Settings;

/// <summary>A PostgreSQL database, by keywords or as an address.</summary>
public sealed class PostgresAddressTests
{
    [Theory]
    [InlineData("mysql://root:s3cr3t@db/iam")]
    [InlineData("jdbc:postgresql://db/iam")]
    [InlineData("Host=db;Databse=iam")]
    [InlineData("Host=db;Port=abc;Database=iam")]
    [InlineData("Database=iam;Username=iam")]
    [InlineData("postgres://iam:s3cr3t@db/iam?sslmode=sometimes")]
    [InlineData("postgres://iam:s3cr3t@db/iam?ssl=true")]
    [InlineData("postgres://iam:s3cr3t@db:port/iam")]
    [InlineData("s3cr3t")]
    public void A_database_that_cannot_be_found_is_refused_without_its_password(string value)
    {
        var fault = Assert.Single(Faults(("ConnectionStrings:Postgres", value)));
        Assert.StartsWith("ConnectionStrings:Postgres", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgres://iam:s3cr3t@db/console", "Host=db;Database=console;Username=iam;Password=s3cr3t")]
    [InlineData("postgresql://iam:p%40ss%2Fw%3Ard@db:6432/console", "Host=db;Port=6432;Database=console;Username=iam;Password=p@ss/w:rd")]
    [InlineData("postgres://iam@db/console?sslmode=verify-full&connect_timeout=5", "Host=db;Database=console;Username=iam;SSL Mode=VerifyFull;Timeout=5")]
    [InlineData("postgres://iam@[2001:db8::7]:6432/console", "Host=2001:db8::7;Port=6432;Database=console;Username=iam")]
    [InlineData("postgres:///console?host=/run/postgresql&user=iam", "Host=/run/postgresql;Database=console;Username=iam")]
    [InlineData("postgres://iam@one:5432,two:5433/console", "Host=one:5432,two:5433;Database=console;Username=iam")]
    [InlineData(" Host=db;Database=console ", "Host=db;Database=console")]
    public void A_database_is_named_by_keywords_or_as_an_address(string value, string meant) =>
        Assert.True(new Npgsql.NpgsqlConnectionStringBuilder(meant).EquivalentTo(new Npgsql.NpgsqlConnectionStringBuilder(Read(("ConnectionStrings:Postgres", value)).Postgres)));
}
