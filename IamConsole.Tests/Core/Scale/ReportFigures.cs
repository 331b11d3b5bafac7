using System.Diagnostics;
using System.Globalization;
using IamConsole.Core.Reports;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.Scale;

/// <summary>
/// Performance bar P8: rows per second of the credential report and what memory it holds, in the test's output; no timed
/// assertion. IAM_SCALE_USERS=1000000 in the environment, and a Release build, for figures that mean something.
/// </summary>
public sealed class ReportFigures
{
    private static readonly int Users = int.Parse(Environment.GetEnvironmentVariable("IAM_SCALE_USERS") ?? "5000", CultureInfo.InvariantCulture);

    [Theory, BothDatabases]
    public async Task A_report_of_many_users_has_a_row_for_each_and_its_rate_is_printed(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        await ManyUsers.AddAsync(iam, account, Users);
        (await iam.Get<GenerateCredentialReport>().RunAsync(root.Caller, ReportKind.Credential, force: true, IamScenario.Ct)).Ok();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        await iam.RunJobsAsync();
        var (taken, held) = (watch.Elapsed, GC.GetTotalMemory(forceFullCollection: true) - before);
        var report = (await iam.Get<GetCredentialReport>().RunAsync(root.Caller, ReportKind.Credential, IamScenario.Ct)).Ok();
        watch.Restart();
        await iam.Get<ReportContent>().CopyToAsync(report, forSpreadsheet: false, Stream.Null, IamScenario.Ct);

        // The template that the others were copied from, and root.
        Assert.Equal(Users + 2, report.Rows);
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{database}: {report.Rows:N0} rows, {report.Bytes:N0} bytes, made with {report.Rows / taken.TotalSeconds:N0} rows/s, "
            + $"sent in {watch.Elapsed.TotalSeconds:N1} s, {held / 1024:N0} KiB more held afterwards"));
    }
}
