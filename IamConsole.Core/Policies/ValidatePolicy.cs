using IamConsole.Core.Permissions;
using IamConsole.Core.Policies.Language;

namespace IamConsole.Core.Policies;

/// <summary>What the editor shows beside a text: mistakes, or, without any, what to think over.</summary>
public static class ValidatePolicy
{
    private static readonly string[] Own = [.. IamAction.All.Select(a => a.Name)];

    // The original's, which have no operation of this name here: its own example policies name them.
    private static readonly string[] Foreign = [.. OriginalActions.All.Except(Own, StringComparer.OrdinalIgnoreCase)];

    private static readonly string[] Actions = [.. Own, .. Foreign];

    /// <summary>The findings in the order of the text; an error among them means that it cannot be stored.</summary>
    /// <param name="text">JSON.</param>
    /// <param name="isManaged">Whether it is to be a managed policy, which must name the current version.</param>
    public static IReadOnlyList<PolicyFinding> Run(string text, bool isManaged = false)
    {
        var reading = PolicyParser.Read(text, isManaged);
        if (reading.Document is not { } document) return reading.Findings;
        return
        [
            .. PolicyLint.Check(document, Actions, ConditionKeys.All)
                .Concat(ResourceLint.Run(document, Foreign)).Concat(EscalationLint.Run(document)).OrderBy(f => f.At.Start),
        ];
    }
}
