namespace IamConsole.Core.Policies;

/// <summary>An owner of inline policies as the database knows it.</summary>
internal sealed record InlineKey(string? UserId, string? GroupId, string Arn);
