namespace IamConsole.Core.SignIn;

/// <summary>What a pending sign-in lacks, in this order.</summary>
public enum SignInNext
{
    /// <summary>A proof of an MFA device.</summary>
    Factor,

    /// <summary>Root has no device: register one, or skip while that is allowed.</summary>
    RegisterMfa,

    /// <summary>A new password.</summary>
    ChangePassword,

    /// <summary>Nothing: the session has begun.</summary>
    Done,
}
