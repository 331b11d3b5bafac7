using IamConsole.Core.Reports;
using IamConsole.Web.Controls;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Reports;

/// <summary>"Generate new report" and "Download CSV". A report younger than four hours is replaced only after a question.</summary>
public sealed partial class ReportButtons
{
    private bool _asking;

    [Inject] public required TimeProvider Clock { get; set; }

    [Parameter, EditorRequired] public ReportKind Kind { get; set; }

    /// <summary>What people call it: "credential report".</summary>
    [Parameter, EditorRequired] public required string Name { get; set; }

    /// <summary>Null while it is being read.</summary>
    [Parameter] public ReportState? State { get; set; }

    /// <summary>Whether these are the page's main actions.</summary>
    [Parameter] public bool Main { get; set; }

    [Parameter] public bool MayGenerate { get; set; }

    /// <summary>Orders a report; true to force it.</summary>
    [Parameter, EditorRequired] public required Func<bool, Task> OnGenerate { get; set; }

    private string Age => State?.Latest is not { } report ? ""
        : Moments.Ago(report.CompletedAt, Clock.GetUtcNow()) is "Now" ? "less than a minute"
        : Moments.Ago(report.CompletedAt, Clock.GetUtcNow()).Replace(" ago", "", StringComparison.Ordinal);

    private Task AskAsync()
    {
        if (State?.NextAt is not { } next || next <= Clock.GetUtcNow()) return GenerateAsync(force: false);
        _asking = true;
        return Task.CompletedTask;
    }

    private async Task GenerateAsync(bool force)
    {
        using var act = BeginAct();
        if (act is null) return;
        await OnGenerate(force);
        _asking = false;
    }
}
