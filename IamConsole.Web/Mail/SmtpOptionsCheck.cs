using Microsoft.Extensions.Options;

namespace IamConsole.Web.Mail;

/// <summary>A server with half a mail server configured does not start, and says why.</summary>
internal sealed class SmtpOptionsCheck : IValidateOptions<SmtpOptions>
{
    public ValidateOptionsResult Validate(string? name, SmtpOptions options) =>
        options.Fault() is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;
}
