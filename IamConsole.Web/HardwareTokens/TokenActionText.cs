using System.Text.Json;
using IamConsole.Core.BulkActions;
using IamConsole.Core.HardwareTokens;
using IamConsole.Core.Jobs;
using IamConsole.Web.Controls;

namespace IamConsole.Web.HardwareTokens;

/// <summary>The words of what can be done with a token.</summary>
public static class TokenActionText
{
    /// <summary>The same for many.</summary>
    public static string Purpose(TokenAction action, int tokens) => $"{char.ToLowerInvariant(Name(action)[0])}{Name(action)[1..]}: {Moments.Count(tokens, "token")}";

    /// <summary>What a factor is asked for: "retire the token GAHT-1".</summary>
    public static string Purpose(TokenAction action, string serial) => $"{char.ToLowerInvariant(Name(action)[0])}{Name(action)[1..]}: the token {serial}";

    /// <summary>On the menu and the button.</summary>
    public static string Name(TokenAction action) => action switch
    {
        TokenAction.TakeBack => "Take back",
        TokenAction.Suspend => "Suspend",
        TokenAction.Resume => "Resume",
        TokenAction.ReportLost => "Report lost",
        TokenAction.MarkFound => "Mark as found",
        TokenAction.Retire => "Retire",
    };

    /// <summary>What it means, before it is done.</summary>
    public static string Consequence(TokenAction action, string? userName) => action switch
    {
        TokenAction.TakeBack => $"The token is no longer reserved for {userName} and returns to the stock.",
        TokenAction.Suspend => $"Its codes are refused until it is resumed, and the sessions of {userName} end. Who has no other MFA device cannot sign in meanwhile.",
        TokenAction.Resume => $"{userName} can sign in with it again.",
        TokenAction.ReportLost when userName is not null =>
            $"The MFA device is removed from {userName}, whose sessions end. The token cannot be assigned until it is found.",
        TokenAction.ReportLost => "The token cannot be assigned until it is found.",
        TokenAction.MarkFound => "The token returns to the stock and can be assigned. Codes that were used before are never accepted again.",
        TokenAction.Retire => "The token goes out of service for good. You cannot undo it.",
    };

    /// <summary>The same for many.</summary>
    public static string BulkConsequence(TokenAction action) => action switch
    {
        TokenAction.TakeBack => "Tokens that were handed out and not activated return to the stock.",
        TokenAction.Suspend => "Their codes are refused until they are resumed, and their users' sessions end.",
        TokenAction.Resume => "Their users can sign in with them again.",
        TokenAction.ReportLost => "Their MFA devices are removed from their users, whose sessions end. The tokens cannot be assigned until they are found.",
        TokenAction.MarkFound => "Lost tokens return to the stock.",
        TokenAction.Retire => "Tokens that nobody has go out of service for good. You cannot undo it.",
    };

    /// <summary>"Retire: 12 of 40 tokens, 1 refused".</summary>
    public static string Progress(JobView job)
    {
        var title = job.Parameters is null ? "Bulk action" : Name(JsonSerializer.Deserialize<TokenBulk>(job.Parameters)!.Action);
        var refused = job.Refused > 0 ? $", {job.Refused:N0} refused" : "";
        return $"{title}: {job.Done:N0} of {Moments.Count((int)job.Total, "token")}{refused}";
    }

    /// <summary>What was done.</summary>
    public static string Done(TokenAction action, string serial) => action switch
    {
        TokenAction.TakeBack => $"Token {serial} is back in stock.",
        TokenAction.Suspend => $"Token {serial} is suspended.",
        TokenAction.Resume => $"Token {serial} is active again.",
        TokenAction.ReportLost => $"Token {serial} is reported lost.",
        TokenAction.MarkFound => $"Token {serial} is back in stock.",
        TokenAction.Retire => $"Token {serial} is retired.",
    };
}
