using IamConsole.Core.AccountOpening;
using IamConsole.Web.AuditTrail;
using IamConsole.Web.Consignments;
using IamConsole.Web.FidoMetadata;
using IamConsole.Web.KeyProgram;
using IamConsole.Web.Mail;
using IamConsole.Web.Passkeys;
using IamConsole.Web.Reports;
using IamConsole.Web.Sessions;
using IamConsole.Web.Settings;
using IamConsole.Web.Shell;
using IamConsole.Web.SignIn;

namespace IamConsole.Web.Hosting;

/// <summary>The server: services, pipeline, start.</summary>
public static class ConsoleServer
{
    /// <summary>Runs until it is stopped.</summary>
    public static async Task RunAsync(string[] args)
    {
        if (ServerArguments.Faults(args) is { Count: > 0 } faults) throw new SettingsException(faults);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [.. args, $"--{ConsoleHost.NoReload}=false"],

            // The folder of the program, wherever it is started from; a test host names its own.
            ContentRootPath = args.Any(a => a.Contains("contentRoot", StringComparison.OrdinalIgnoreCase)) ? null : AppContext.BaseDirectory,
        });
        var start = new StartPhase();
        var folder = AddServices(builder, start);
        await using var app = builder.Build();
        UsePipeline(app);
        using var serverLock = await DatabasePreparation.ForServerAsync(app.Services, folder, CancellationToken.None);

        // When everything that writes has stopped: whoever waited for the stop may start the next server at once.
        app.Lifetime.ApplicationStopped.Register(serverLock.Dispose);
        var setUpNeeded = await app.Services.GetRequiredService<OpenAccount>().IsNeededAsync(CancellationToken.None);
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            start.IsOver = true;
            Announce(app, setUpNeeded);
        });
        await app.RunAsync();
    }

    private static DataFolder AddServices(WebApplicationBuilder builder, StartPhase start)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration["urls"])) builder.WebHost.UseUrls(ConsoleHost.DefaultUrl);

        // Outside Development the build output's assets are found by this; in a published folder it finds nothing to do.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(o =>
        {
            o.AddServerHeader = false;
            o.Limits.MaxRequestBodySize = 1024 * 1024;
        });
        QuietLogging.Configure(builder.Logging, start);
        var folder = builder.AddConsole();
        var services = builder.Services;
        services.AddSingleton<SetupCode>().AddHostedService<JobService>().AddHostedService<DecisionLogService>();
        services.AddSessionAuthentication().AddPasskeys().AddShell().AddMail().AddAuditTrail().AddKeyProgram().AddFidoMetadata();
        services.AddAntiforgery(o =>
        {
            o.Cookie = new AlwaysSecureCookie
            {
                Name = ConsoleCookies.Antiforgery,
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Strict,
                Path = "/",
            };
            o.SuppressXFrameOptionsHeader = true;
        });
        services.AddProxies().AddHealth();
        return folder;
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseProxies();
        app.UseHeadAsGet();
        app.UseSecurityHeaders();
        app.UseRelativeRedirects();
        app.UseExceptionHandler(ServiceUnavailable.Handler("/error"));
        app.UseStatusPages();

        // Behind the two that ask for another page instead: by default routing stands at the very beginning.
        app.UseRouting();
        app.UseHostCheck();
        app.UseOriginCheck();
        app.UseSubmitOnce();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapHealth();
        app.MapShell();
        app.MapSignIn();
        app.MapReports();
        app.MapAuditTrail();
        app.MapConsignments();
        app.MapFidoMetadata();
    }

    private static void Announce(WebApplication app, bool setUpNeeded)
    {
        var url = app.Services.GetRequiredService<RelyingParty>().BaseUrl;
        foreach (var remark in app.Services.GetRequiredService<ConsoleSettings>().Remarks) app.Logger.Remark(remark);
        Console.WriteLine($"IAM Console is ready: {url}/signin");
        if (setUpNeeded) Console.WriteLine($"No account yet. Set up once with this link: {url}/setup?code={app.Services.GetRequiredService<SetupCode>().Reveal()}");
    }
}
