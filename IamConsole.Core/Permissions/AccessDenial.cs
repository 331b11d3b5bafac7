namespace IamConsole.Core.Permissions;

/// <summary>The parts of IAM's sentence about a refusal, for who asks an administrator for the permission.</summary>
/// <param name="User">The caller's ARN.</param>
/// <param name="Action">For example <c>iam:ListUsers</c>.</param>
/// <param name="Resource">The ARN that the sentence names, or <c>*</c>.</param>
/// <param name="Reason">Which kind of policy decided; never which policy.</param>
public sealed record AccessDenial(string User, string Action, string Resource, string Reason);
