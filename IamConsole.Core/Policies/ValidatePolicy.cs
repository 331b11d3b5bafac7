using IamConsole.Core.Permissions;
using IamConsole.Core.Policies.Language;

namespace IamConsole.Core.Policies;

/// <summary>What the editor shows beside a text: mistakes, or, without any, what to think over.</summary>
public static class ValidatePolicy
{
    private static readonly string[] Actions = [.. IamAction.All.Select(a => a.Name), .. OfTheOriginal];

    // The original's actions that its own example policies name; here they are asked for by EnableMFADevice and its like.
    private static IEnumerable<string> OfTheOriginal =>
        ["iam:CreateVirtualMFADevice", "iam:DeleteVirtualMFADevice", "iam:ListVirtualMFADevices", "sts:GetSessionToken"];

    /// <summary>The findings in the order of the text; an error among them means that it cannot be stored.</summary>
    public static IReadOnlyList<PolicyFinding> Run(string text)
    {
        var reading = PolicyParser.Read(text);
        return reading.Document is null ? reading.Findings : PolicyLint.Check(reading.Document, Actions, ConditionKeys.All);
    }
}
