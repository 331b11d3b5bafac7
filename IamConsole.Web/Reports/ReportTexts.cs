using System.Globalization;
using IamConsole.Core.Reports;
using IamConsole.Web.Controls;

namespace IamConsole.Web.Reports;

/// <summary>How the page writes where a report stands.</summary>
internal static class ReportTexts
{
    public static (StatusKind Kind, string Text) Of(ReportState state) => state switch
    {
        { IsUnderWay: true } => (StatusKind.InProgress, $"In progress, {state.Percent}%"),
        { HasFailed: true } => (StatusKind.Error, "Failed"),
        { Latest: not null } => (StatusKind.Success, "Ready"),
        _ => (StatusKind.Stopped, "Not generated yet"),
    };

    public static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"passkey, virtual", or "-".</summary>
    public static string Types(PreviewRow user)
    {
        string[] types =
        [
            .. user.SecurityKeys > 0 ? ["passkey"] : Array.Empty<string>(), .. user.Virtual > 0 ? ["virtual"] : Array.Empty<string>(),
            .. user.Hardware > 0 ? ["hardware"] : Array.Empty<string>(),
        ];
        return types.Length == 0 ? "-" : string.Join(", ", types);
    }
}
