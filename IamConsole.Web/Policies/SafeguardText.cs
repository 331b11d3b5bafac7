using IamConsole.Core.Permissions;

namespace IamConsole.Web.Policies;

/// <summary>Safeguards by name, with what they ask for.</summary>
internal static class SafeguardText
{
    public static string Of(Safeguards stops) => string.Join("; ", All.Where(s => stops.HasFlag(s.Flag)).Select(s => $"{s.Flag}: {s.Text}"));

    private static readonly (Safeguards Flag, string Text)[] All =
    [
        (Safeguards.FreshProof, "a proof of identity in the last 10 minutes is asked for"),
        (Safeguards.MfaOnOneself, "who has a device must have signed in with MFA to add or remove one"),
        (Safeguards.OthersOnly, "nobody may ask this about himself"),
    ];
}
