using System.Globalization;
using IamConsole.Core;
using IamConsole.Core.FidoMetadata;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.FidoMetadata;

/// <summary>One model: facts, history of its certifications, who has one.</summary>
public sealed partial class SecurityKeyModelPage
{
    private ModelDetail? _detail;
    private Error? _refusal;
    private string? _read;
    private bool _missing;

    [Inject] public required GetModel Models { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Parameter] public required string ModelKey { get; set; }

    private string Title => _missing ? "Not found" : _detail?.Row.Model.Name ?? "Product";

    private RenderFragment? Description =>
        _detail?.Row.Model.Entry.Description is { } text ? builder => builder.AddContent(0, text) : null;

    // Reports stand in the order in which they were made.
    private IReadOnlyList<StatusReport> History => [.. _detail!.Row.Model.Reports.Reverse()];

    protected override async Task OnParametersSetAsync()
    {
        if (_read == ModelKey) return;
        (_read, _detail, _refusal, _missing) = (ModelKey, null, null, false);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var asked = ModelKey;
        var read = await NewestAsync((caller, ct) => Models.RunAsync(caller, asked, ct));
        if (asked != ModelKey) return;
        if (read.Succeeded) _detail = read.Value;
        else if (read.Error == MetadataErrors.NoSuchModel) _missing = true;
        else if (!Navigation.Takes(read.Error)) _refusal = read.Error;
    }

    private static string Advice(ModelStatus status)
    {
        var since = status.Since is { } day ? $"Reported on {ModelText.Day(day)}. " : "";
        return since + (status.MendedIn is { } version ? string.Create(CultureInfo.InvariantCulture, $"Version {version} and later are mended.")
            : status.Standing is ModelStanding.Refused ? "No update that mends it is known."
            : status.Name == StatusNames.AttestationKeyCompromise ? "It concerns keys of one batch; each key's own certificate tells." : "");
    }

    private static string Details(StatusReport report)
    {
        string?[] parts =
        [
            report.Descriptor,
            report.Profiles is { } profiles ? "Profiles: " + string.Join(", ", profiles) : null,
            report.PolicyVersion is { } policy ? "Policy " + policy : null,
            report.RequirementsVersion is { } requirements ? "Requirements " + requirements : null,
            report.FipsPhysicalLevel is { } level ? string.Create(CultureInfo.InvariantCulture, $"Physical security Level {level}") : null,
            report.SunsetDate is { } sunset ? "Until " + ModelText.Day(sunset) : null,
        ];
        return string.Join("; ", parts.OfType<string>()) is { Length: > 0 } text ? text : "-";
    }

    private static string ReportText(StatusReport report) => report.FipsRevision is { } revision && StatusNames.FipsLevel(report.Status) is { } level
        ? string.Create(CultureInfo.InvariantCulture, $"FIPS 140-{revision} certified, {ModelText.Level(level)}") : ModelText.Report(report.Status);

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
