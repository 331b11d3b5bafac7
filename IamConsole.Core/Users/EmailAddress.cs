using System.Net.Mail;

namespace IamConsole.Core.Users;

/// <summary>An e-mail address: how root is found at sign-in, and where users are told of changes.</summary>
public static class EmailAddress
{
    /// <summary>Whether the text is one address without a display name, at most 254 characters.</summary>
    public static bool IsValid(string? text) =>
        text is { Length: <= 254 }
        && text.All(c => c is > ' ' and < (char)0x7f)
        && MailAddress.TryCreate(text, out var address)
        && address.Address == text;

    /// <summary>The one form that is compared.</summary>
    public static string Normalize(string address) => address.ToUpperInvariant();
}
