namespace IamConsole.Web.Policies;

/// <summary>A user or group that a policy is attached to.</summary>
public sealed record PolicyEntity(string Name, bool IsGroup);
