using IamConsole.Core.Notices;
using Microsoft.Extensions.Options;

namespace IamConsole.Web.Mail;

/// <summary>Registers this slice.</summary>
public static class MailServices
{
    /// <summary>The sender of notices; idle without a configured server.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddOptions<SmtpOptions>().BindConfiguration(SmtpOptions.Section);
        services.AddOptions<NoticeOptions>().Configure<IOptions<SmtpOptions>>((notices, smtp) => notices.SendsMail = smtp.Value.IsConfigured);
        return services.AddSingleton<MailDelivery>().AddHostedService<MailService>();
    }
}
