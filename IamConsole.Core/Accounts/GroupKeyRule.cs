namespace IamConsole.Core.Accounts;

/// <summary>What holds for the members of a group in addition.</summary>
/// <param name="Group">The group's name, without regard to case.</param>
/// <param name="Rule">Asked as well as the account's own rule.</param>
public sealed record GroupKeyRule(string Group, SecurityKeyRule Rule);
