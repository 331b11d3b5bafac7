using IamConsole.Core.AuditTrail;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.AuditTrail;

/// <summary>
/// SQLite keeps what it is given: a value of another type reads like the one that was written, and no filter finds the row.
/// Whatever stands in these tables, a check of the trail has a verdict.
/// </summary>
public sealed class StorageTypeTests
{
    private const string RowFour = "UPDATE \"AuditEvents\" SET {0} WHERE \"Sequence\" = 4";
    private const string OtherEnd = "INSERT INTO \"AuditChain\" (\"Id\", \"Sequence\", \"Hash\", \"Mac\", \"Origin\", \"SignedUpTo\") SELECT 2, {0}, \"Hash\", \"Mac\", 0, 0 FROM \"AuditChain\"";

    public static TheoryData<string, long, string> Rows() => new()
    {
        { Row("\"AccountId\" = CAST(\"AccountId\" AS BLOB)"), 4, "changed" },
        { Row("\"EventName\" = CAST(\"EventName\" AS BLOB)"), 4, "changed" },
        { Row("\"ActorName\" = CAST(\"ActorName\" AS BLOB)"), 4, "changed" },
        { Row("\"Details\" = CAST(\"Details\" AS BLOB)"), 4, "changed" },
        { Row("\"Succeeded\" = 2"), 4, "changed" },
        { Row("\"Succeeded\" = -1"), 4, "changed" },
        { Row("\"Succeeded\" = x'31'"), 4, "changed" },
        { Row("\"Succeeded\" = 'true'"), 4, "changed" },
        { Row("\"MfaAuthenticated\" = 7"), 4, "changed" },
        { Row("\"At\" = CAST(CAST(\"At\" AS TEXT) AS BLOB)"), 4, "changed" },
        { Row("\"At\" = \"At\" * 1.5"), 4, "changed" },
        { Row("\"At\" = 'yesterday'"), 4, "changed" },
        { Row("\"At\" = -1"), 4, "changed" },
        { Row("\"At\" = 9223372036854775807"), 4, "changed" },
        { Row("\"SchemaVersion\" = x'32'"), 4, "changed" },
        { Row("\"SchemaVersion\" = 4294967298"), 4, "changed" },
        { Row("\"ActorName\" = \"ActorName\" || char(0)"), 4, "changed" },
        { Row("\"ActorName\" = \"ActorName\" || char(0) || 'x'"), 4, "changed" },
        { Row("\"ActorName\" = CAST(CAST(\"ActorName\" AS BLOB) || x'FF' AS TEXT)"), 4, "changed" },
        { Row("\"Hash\" = CAST(\"Hash\" AS TEXT)"), 4, "changed" },
        { Row("\"Hash\" = hex(\"Hash\")"), 4, "changed" },
        { Row("\"Hash\" = x''"), 4, "changed" },
        { Row("\"Hash\" = 5"), 4, "changed" },
        { OtherEnd.Replace("{0}", "8", StringComparison.Ordinal), 9, "the end of the trail was changed" },
        { OtherEnd.Replace("{0}", "3", StringComparison.Ordinal), 9, "the end of the trail was changed" },
        { OtherEnd.Replace("{0}", "x'AB'", StringComparison.Ordinal), 9, "the end of the trail was changed" },
        { "UPDATE \"AuditChain\" SET \"Id\" = 2", 9, "the end of the trail was changed" },
        { "UPDATE \"AuditChain\" SET \"Id\" = -1", 9, "the end of the trail was changed" },
        { "UPDATE \"AuditChain\" SET \"Sequence\" = 'eight'", 9, "the end of the trail was changed" },
        { "UPDATE \"AuditChain\" SET \"Sequence\" = CAST(\"Sequence\" AS BLOB)", 9, "the end of the trail was changed" },
        { "UPDATE \"AuditChain\" SET \"Sequence\" = 9223372036854775807", 9, "missing, as are all up to row 9223372036854775807" },
        { "UPDATE \"AuditChain\" SET \"Hash\" = CAST(\"Hash\" AS TEXT)", 9, "the end of the trail was changed" },
        { "UPDATE \"AuditChain\" SET \"Hash\" = \"Hash\" || x'00'", 9, "the end of the trail was changed" },
        { "UPDATE \"AuditChain\" SET \"Mac\" = substr(\"Mac\", 1, 20)", 9, "the end of the trail was changed" },
        { "UPDATE \"AuditChain\" SET \"Mac\" = 7", 9, "the end of the trail was changed" },
        { "UPDATE \"AuditChain\" SET \"Origin\" = 8, \"OriginHash\" = \"Hash\"", 9, "the end of the trail was changed" },
        { "UPDATE \"AuditChain\" SET \"Origin\" = 'x'", 9, "the end of the trail was changed" },
        { "UPDATE \"AuditChain\" SET \"SignedUpTo\" = 'x'", 9, "the end of the trail was changed" },
    };

    [Theory, MemberData(nameof(Rows))]
    public async Task Values_of_another_storage_type_are_found_and_garbage_is_a_verdict(string sql, long badRow, string fault)
    {
        await using var iam = await TamperingTests.TrailOfEightAsync(DatabaseKind.Sqlite);

        await iam.TamperAsync(sql);

        var verdict = await iam.VerifyAsync();
        Assert.Equal(badRow, verdict.BadRow);
        Assert.StartsWith(fault, verdict.Fault, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_second_end_of_the_chain_is_broken_for_the_check_and_for_the_start_and_signs_nothing(DatabaseKind database)
    {
        await using var iam = await TamperingTests.TrailOfEightAsync(database);
        await iam.TamperAsync(OtherEnd.Replace("{0}", "8", StringComparison.Ordinal));

        Assert.Equal((9L, true), ((await iam.VerifyAsync()).BadRow!.Value, (await iam.VerifyAsync()).Fault!.Contains("end of the trail", StringComparison.Ordinal)));
        Assert.Contains("more than one", (await Assert.ThrowsAsync<AuditTrailException>(iam.CheckpointAsync)).Message, StringComparison.Ordinal);
        Assert.Contains("renew-audit", (await Assert.ThrowsAsync<AuditTrailException>(iam.StartAgainAsync)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_with_replaced_characters_is_good_as_it_was_written_and_found_when_its_bytes_are_others()
    {
        await using var iam = await TamperingTests.TrailOfEightAsync(DatabaseKind.Sqlite);
        var person = await iam.AccountWithRootAsync();
        var odd = IamScenario.Client with { UserAgent = "a\nb" };
        await iam.Get<IamConsole.Core.SignIn.BeginSignIn>().RunAsync(person.Root.Credentials with { Password = "wrong" }, IamScenario.Browser, odd, IamScenario.Ct);
        var last = await iam.LastEventAsync();
        Assert.Equal("a\uFFFDb", last.UserAgent);
        Assert.True((await iam.VerifyAsync()).IsGood);

        await iam.TamperAsync($"UPDATE \"AuditEvents\" SET \"UserAgent\" = CAST(x'61FF62' AS TEXT) WHERE \"Sequence\" = {last.Sequence}");

        Assert.Equal(last.Sequence, (await iam.VerifyAsync()).BadRow);
    }

    private static string Row(string change) => RowFour.Replace("{0}", change, StringComparison.Ordinal);
}
