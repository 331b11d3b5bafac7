namespace IamConsole.Core.SignIn;

/// <summary>One part of a day's sign-ins of an account; the figure is the sum of the parts. Sign-ins at once take different parts.</summary>
public sealed class SignInDay
{
    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The day in UTC.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Which part.</summary>
    public required int Shard { get; init; }

    /// <summary>Complete sign-ins.</summary>
    public long Successful { get; init; }

    /// <summary>Wrong passwords for users of the account.</summary>
    public long WrongPasswords { get; init; }

    /// <summary>Wrong codes and keys after a right password.</summary>
    public long MfaFailed { get; init; }
}
