using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace IamConsole.Core.Persistence;

internal sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresIamDbContext>
{
    public PostgresIamDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgresIamDbContext>();
        options.UseIamPostgres("Host=localhost;Database=design");
        return new PostgresIamDbContext(options.Options);
    }
}
