using Microsoft.Extensions.Logging;

namespace IamConsole.Core.Passkeys;

internal static partial class Log
{
    // Information: bad answers are somebody else's mistake or attack, not ours.
    [LoggerMessage(Level = LogLevel.Information, Message = "A key's registration was refused: {Code}")]
    public static partial void RegistrationRefused(ILogger log, string code);

    [LoggerMessage(Level = LogLevel.Information, Message = "A key's attestation is not trusted: {Code}")]
    public static partial void AttestationNotTrusted(ILogger log, string code);

    [LoggerMessage(Level = LogLevel.Information, Message = "A key's answer was refused: {Code}")]
    public static partial void AnswerRefused(ILogger log, string code);
}
