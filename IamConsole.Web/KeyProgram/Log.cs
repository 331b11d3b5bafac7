namespace IamConsole.Web.KeyProgram;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Error, "Addresses of ended security key orders could not be erased; the next attempt is in six hours")]
    public static partial void AddressesNotErased(this ILogger logger, Exception exception);
}
