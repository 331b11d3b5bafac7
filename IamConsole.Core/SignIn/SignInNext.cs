namespace IamConsole.Core.SignIn;

/// <summary>What a pending sign-in lacks, in this order.</summary>
public enum SignInNext
{
    /// <summary>A proof of an MFA device.</summary>
    Factor,

    /// <summary>
    /// A new password that only an administrator can set: this sign-in has ended. Behind the factor, so that who knows only
    /// the password does not learn it.
    /// </summary>
    PasswordExpired,

    /// <summary>A new password.</summary>
    ChangePassword,

    /// <summary>
    /// Two codes of the hardware token that was handed out to the user, or the wish to go on without. Behind the factor, so
    /// that it is no way around another device, and before the registration, because it may be the device that counts.
    /// </summary>
    ActivateToken,

    /// <summary>
    /// A device that counts, where the user must have one: register it, or skip while that is allowed. Behind the password, because it ends the pending
    /// sign-in: before it, registering would be a way around a password that counts as stolen.
    /// </summary>
    RegisterMfa,

    /// <summary>Nothing: the session has begun.</summary>
    Done,
}
