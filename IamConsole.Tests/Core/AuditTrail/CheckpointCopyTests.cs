using IamConsole.Core.AuditTrail;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.AuditTrail;

/// <summary>What becomes of checkpoints that are cut, lost or rewritten, with and without a copy that was kept elsewhere.</summary>
public sealed class CheckpointCopyTests
{
    private const string Cut = "Checkpoints are missing: one was signed for row 10, and the last one here is of row 9";
    private const string Lost = "Checkpoints are missing: one was signed for row 10, and here is none";
    private const string Lacks = "checkpoints that are not in this server's file";

    /// <summary>Lines of the file of three that are left, the fault with the right copy beside it and without, what is remarked without.</summary>
    public static TheoryData<string, string?, string?> Files() => new()
    {
        { "0 1 2", null, null },
        { "0 1", null, Cut },
        { "", null, Lost },
        { "-", null, Lost },
        { "0 2", "does not follow", null },
        { "1 2", "does not follow", null },
        { "2 1 0", "does not follow", null },
        { "0 1 2 2", "does not follow", null },
        { "0 0 1 2", "does not follow", null },
        { "0 1 x 2", "no checkpoint", null },
        { "0 1 2 x", "no checkpoint", null },
        { "x", "no checkpoint", null },
    };

    [Theory, MemberData(nameof(Files))]
    public async Task A_file_of_checkpoints_is_what_was_written_or_said_not_to_be(string left, string? fault, string? remark)
    {
        await using var iam = await ThreeCheckpointsAsync();
        var (file, copy) = (iam.Get<AuditFiles>().Checkpoints, Path.Combine(iam.AuditFolder.FullName, "elsewhere"));
        var lines = await File.ReadAllLinesAsync(file, IamScenario.Ct);
        File.Copy(file, copy);
        if (left == "-") File.Delete(file);
        else await File.WriteAllTextAsync(file, string.Concat(left.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(l => (l == "x" ? "{\"no\":1}" : lines[int.Parse(l, null)]) + "\n")), IamScenario.Ct);

        var alone = await iam.VerifyAsync();
        var beside = await iam.VerifyAsync(copy: copy);

        Assert.Equal(fault is null, alone.IsGood);
        Assert.Equal(fault is null, beside.IsGood);
        if (fault is not null) Assert.Contains(fault, alone.Fault, StringComparison.Ordinal);
        if (fault is null && remark is null) Assert.Null(alone.Remarks);
        if (remark is not null) Assert.StartsWith(remark, Assert.Single(alone.Remarks!), StringComparison.Ordinal);
        if (remark is not null) Assert.Contains(Lacks, Assert.Single(beside.Remarks!), StringComparison.Ordinal);
        if (fault is null) Assert.Equal(3, beside.Checkpoints);
    }

    [Theory, BothDatabases]
    public async Task A_trail_that_was_cut_together_with_the_checkpoints_here_is_found_by_the_copy(DatabaseKind database)
    {
        await using var iam = await TamperingTests.TrailOfEightAsync(database);
        await iam.CheckpointAsync();
        var copy = Path.Combine(iam.AuditFolder.FullName, "elsewhere");
        var lines = await File.ReadAllLinesAsync(iam.Get<AuditFiles>().Checkpoints, IamScenario.Ct);
        var bringBack = await iam.KeepDatabaseAsync();
        await iam.AccountWithRootAsync();
        await iam.CheckpointAsync();
        File.Copy(iam.Get<AuditFiles>().Checkpoints, copy);

        // Whoever has the server has both: database and file are of the day before, and nothing here says so.
        await bringBack();
        await File.WriteAllLinesAsync(iam.Get<AuditFiles>().Checkpoints, lines, IamScenario.Ct);

        Assert.True((await iam.VerifyAsync()).IsGood);
        var verdict = await iam.VerifyAsync(copy: copy);
        Assert.Equal((9L, "missing"), (verdict.BadRow, verdict.Fault));
    }

    [Fact]
    public async Task A_file_that_came_back_from_an_older_day_goes_on_and_the_copy_shows_what_it_lacks()
    {
        await using var iam = await ThreeCheckpointsAsync();
        var (file, copy) = (iam.Get<AuditFiles>().Checkpoints, Path.Combine(iam.AuditFolder.FullName, "elsewhere"));
        File.Copy(file, copy);
        await File.WriteAllLinesAsync(file, (await File.ReadAllLinesAsync(copy, IamScenario.Ct))[..1], IamScenario.Ct);
        await iam.AccountWithRootAsync();
        await iam.StartAgainAsync();
        await iam.CheckpointAsync();

        Assert.Null((await iam.VerifyAsync()).Remarks);
        var verdict = await iam.VerifyAsync(copy: copy);
        Assert.Equal((11L, 4, true), (verdict.Rows, verdict.Checkpoints, verdict.IsGood));
        Assert.Contains("The copy has 2 " + Lacks, Assert.Single(verdict.Remarks!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_that_is_none_is_said_to_be_and_one_with_a_forged_line_is_broken()
    {
        await using var iam = await ThreeCheckpointsAsync();
        var copy = Path.Combine(iam.AuditFolder.FullName, "elsewhere");
        foreach (var text in new[] { "", "{}\n", "half a line" })
        {
            await File.WriteAllTextAsync(copy, text, IamScenario.Ct);
            await Assert.ThrowsAsync<AuditTrailException>(() => iam.VerifyAsync(copy: copy));
        }

        await Assert.ThrowsAsync<AuditTrailException>(() => iam.VerifyAsync(copy: copy + "-not-there"));
        var lines = await File.ReadAllLinesAsync(iam.Get<AuditFiles>().Checkpoints, IamScenario.Ct);
        lines[2] = lines[2].Replace("\"signature\":\"", "\"signature\":\"AAAA", StringComparison.Ordinal);
        await File.WriteAllLinesAsync(copy, lines, IamScenario.Ct);
        Assert.Contains("the copy: checkpoint 3 (row 10): the signature is wrong", (await iam.VerifyAsync(copy: copy)).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mark_of_a_restored_database_without_the_row_that_says_so_is_broken()
    {
        await using var iam = await TamperingTests.TrailOfEightAsync(DatabaseKind.Sqlite);
        await iam.CheckpointAsync();
        var files = iam.Get<AuditFiles>();
        using var key = files.OpenSigningKey();
        var last = CheckpointFile.Newest(files.Checkpoints)!;
        var row = (await iam.TrailAsync())[7];

        CheckpointFile.Append(files, Checkpoint.Sign(key, 8, row.Hash, iam.Now, last.Signature, restoredTo: 7));

        Assert.Contains("not the row of a restored database", (await iam.VerifyAsync()).Fault, StringComparison.Ordinal);
    }

    private static async Task<IamScenario> ThreeCheckpointsAsync()
    {
        var iam = await TamperingTests.TrailOfEightAsync(DatabaseKind.Sqlite);
        await iam.CheckpointAsync();
        for (var i = 0; i < 2; i++)
        {
            await iam.AccountWithRootAsync();
            await iam.CheckpointAsync();
        }

        return iam;
    }
}
