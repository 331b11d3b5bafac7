using IamConsole.Core.WebAuthn;

namespace IamConsole.Core.Passkeys;

/// <summary>
/// A WebAuthn registration under way, kept on the server by its wizard: one user, one challenge, one answer, five minutes
/// (security bar C54, C58).
/// </summary>
public sealed class KeyRegistration
{
    private int _isUsed;

    internal KeyRegistration(string userId, CeremonyTerms terms, string optionsJson, DateTimeOffset expiresAt) =>
        (UserId, Terms, OptionsJson, ExpiresAt) = (userId, terms, optionsJson, expiresAt);

    /// <summary>Who gets the credential.</summary>
    public string UserId { get; }

    /// <summary>Options for <c>navigator.credentials.create</c>.</summary>
    public string OptionsJson { get; }

    /// <summary>Too late after this.</summary>
    public DateTimeOffset ExpiresAt { get; }

    internal CeremonyTerms Terms { get; }

    // The first answer, right or wrong, is the only one.
    internal bool Take(DateTimeOffset now) => Interlocked.Exchange(ref _isUsed, 1) == 0 && now < ExpiresAt;
}
