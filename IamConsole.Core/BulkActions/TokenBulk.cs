using IamConsole.Core.HardwareTokens;

namespace IamConsole.Core.BulkActions;

/// <summary>One thing to do to many hardware tokens.</summary>
/// <param name="Action">What.</param>
public sealed record TokenBulk(TokenAction Action);
