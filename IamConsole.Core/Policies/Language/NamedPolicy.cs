namespace IamConsole.Core.Policies.Language;

/// <summary>A policy and what people call it.</summary>
/// <param name="Name">For example <c>AdministratorAccess</c>.</param>
/// <param name="Source">Where it comes from: attached to the user, to the group admins, the console itself.</param>
/// <param name="Document">What it says.</param>
/// <param name="Arn">Of a managed policy; null for others.</param>
public sealed record NamedPolicy(string Name, string Source, PolicyDocument Document, string? Arn = null);
