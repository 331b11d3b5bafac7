namespace IamConsole.Web.FidoMetadata;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Information, "FIDO metadata {Number} loaded: {Models} models, {LeftOut} entries left out")]
    public static partial void MetadataLoaded(this ILogger logger, long number, int models, int leftOut);

    [LoggerMessage(LogLevel.Warning, "FIDO metadata not loaded ({Code}): {Reason}")]
    public static partial void MetadataRefused(this ILogger logger, string code, string reason);

    [LoggerMessage(LogLevel.Error, "FIDO metadata could not be loaded; the next attempt follows")]
    public static partial void MetadataNotLoaded(this ILogger logger, Exception exception);
}
