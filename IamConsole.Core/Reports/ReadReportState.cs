using IamConsole.Core.Permissions;

namespace IamConsole.Core.Reports;

/// <summary>Where the account's report stands, for the page and while it waits.</summary>
public sealed class ReadReportState(Gate gate)
{
    /// <summary>The stored report and the one under way.</summary>
    public async Task<Result<ReportState>> RunAsync(Caller caller, ReportKind kind, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.GetCredentialReport, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        return await ReportState.ReadAsync(operation.Db, operation.Account.Id, kind, ct);
    }
}
