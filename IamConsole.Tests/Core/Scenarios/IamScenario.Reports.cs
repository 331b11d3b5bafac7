using System.Text;
using IamConsole.Core.Reports;

namespace IamConsole.Tests.Core.Scenarios;

internal sealed partial class IamScenario
{
    /// <summary>Orders a report, has it made and downloads it.</summary>
    public async Task<string> ReportAsync(SignedIn by, ReportKind kind = ReportKind.Credential, bool forSpreadsheet = false)
    {
        (await Get<GenerateCredentialReport>().RunAsync(by.Caller, kind, force: true, Ct)).Ok();
        await RunJobsAsync();
        return await DownloadAsync(by, kind, forSpreadsheet);
    }

    /// <summary>Downloads the stored one.</summary>
    public async Task<string> DownloadAsync(SignedIn by, ReportKind kind = ReportKind.Credential, bool forSpreadsheet = false)
    {
        var report = (await Get<GetCredentialReport>().RunAsync(by.Caller, kind, Ct)).Ok();
        using var file = new MemoryStream();
        await Get<ReportContent>().CopyToAsync(report, forSpreadsheet, file, Ct);
        if (!forSpreadsheet) Assert.Equal(report.Bytes, file.Length);
        return Encoding.UTF8.GetString(file.ToArray());
    }
}
