using IamConsole.Core.Policies.Language;

namespace IamConsole.Core.Policies;

/// <summary>A policy that the console brings along, "AWS managed" in the original's words: attached, never changed.</summary>
/// <param name="Name">The original's name where it has the policy.</param>
/// <param name="Description">For people.</param>
/// <param name="Text">The document as it is shown.</param>
/// <param name="Document">The document.</param>
public sealed record BuiltInPolicy(string Name, string Description, string Text, PolicyDocument Document);
