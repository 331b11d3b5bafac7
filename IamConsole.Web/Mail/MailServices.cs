using Microsoft.Extensions.Options;

namespace IamConsole.Web.Mail;

/// <summary>Registers this slice.</summary>
public static class MailServices
{
    /// <summary>The sender of notices; idle without a configured server.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddOptions<SmtpOptions>().BindConfiguration(SmtpOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SmtpOptions>, SmtpOptionsCheck>();
        return services.AddSingleton<MailDelivery>().AddHostedService<MailService>();
    }
}
