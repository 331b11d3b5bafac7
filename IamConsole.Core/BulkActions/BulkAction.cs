namespace IamConsole.Core.BulkActions;

/// <summary>One thing to do to many users.</summary>
/// <param name="Kind">What.</param>
/// <param name="Group">The group's name, for <see cref="BulkActionKind.AddToGroup"/>.</param>
public sealed record BulkAction(BulkActionKind Kind, string? Group = null);
