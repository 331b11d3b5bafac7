namespace IamConsole.Core.KeyProgram;

/// <summary>Orders of every account, for the operator.</summary>
/// <param name="Orders">The oldest first when only open ones are asked for, otherwise the newest first.</param>
/// <param name="IsCut">Whether there are more than are listed.</param>
public sealed record KeyOrderList(IReadOnlyList<KeyOrderRow> Orders, bool IsCut);
