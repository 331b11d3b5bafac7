namespace IamConsole.Core.HardwareTokens;

/// <summary>A token whose codes will be refused soon unless it is synchronised.</summary>
/// <param name="Serial">The printed serial number.</param>
/// <param name="UserName">Who has it. The name of root is root's own.</param>
/// <param name="IsRoots">Whether that is the root user.</param>
/// <param name="LeavesOn">The day from which codes begin to be refused; in the past where nobody has used it since.</param>
public sealed record DriftingToken(string Serial, string UserName, bool IsRoots, DateOnly LeavesOn);
