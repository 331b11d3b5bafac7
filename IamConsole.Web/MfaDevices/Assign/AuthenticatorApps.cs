namespace IamConsole.Web.MfaDevices.Assign;

/// <summary>The apps that the wizard names, by platform: names and links only. Any other app for TOTP works as well.</summary>
public sealed class AuthenticatorApps(IReadOnlyList<AppPlatform> platforms)
{
    private const string Play = "https://play.google.com/store/apps/details?id=";
    private const string Apple = "https://apps.apple.com/app/id";

    /// <summary>The original's table of virtual MFA applications, and password managers.</summary>
    public static IReadOnlyList<AppPlatform> Original { get; } =
    [
        new("Android",
        [
            new("Twilio Authy", Play + "com.authy.authy"), new("Duo Mobile", Play + "com.duosecurity.duomobile"),
            new("Microsoft Authenticator", Play + "com.azure.authenticator"), new("Google Authenticator", Play + "com.google.android.apps.authenticator2"),
            new("Symantec VIP", Play + "com.verisign.mvip.main"),
        ]),
        new("iOS",
        [
            new("Twilio Authy", Apple + "494168017"), new("Duo Mobile", Apple + "422663827"),
            new("Microsoft Authenticator", Apple + "983156458"), new("Google Authenticator", Apple + "388497605"),
            new("Symantec VIP", Apple + "307658513"),
        ]),
        new("Password managers",
            [new("1Password", "https://1password.com"), new("Bitwarden", "https://bitwarden.com"), new("KeePassXC", "https://keepassxc.org"), new("Apple Passwords")]),
    ];

    /// <summary>What is shown.</summary>
    public IReadOnlyList<AppPlatform> Platforms => platforms;

    /// <summary>Whether a platform can be shown: names, and addresses that a browser opens safely.</summary>
    public static bool IsGood(AppPlatform platform) =>
        !string.IsNullOrWhiteSpace(platform.Platform) && platform.Apps.All(app => !string.IsNullOrWhiteSpace(app.Name)
            && (app.Url is null || Uri.TryCreate(app.Url, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps));
}
