namespace IamConsole.Core.TokenStock;

/// <summary>Words for <see cref="TokenForm"/>.</summary>
public static class TokenForms
{
    /// <summary>As pages show it.</summary>
    public static string Name(TokenForm form) => form switch
    {
        TokenForm.OtpToken => "OTP token",
        TokenForm.DisplayCard => "Display card",
    };

    /// <summary>What a vendor's file calls its model, where that names a form; null otherwise.</summary>
    public static TokenForm? Of(string? model) =>
        model is null ? null
        : model.Contains("card", StringComparison.OrdinalIgnoreCase) ? TokenForm.DisplayCard
        : model.Contains("token", StringComparison.OrdinalIgnoreCase) ? TokenForm.OtpToken
        : null;
}
