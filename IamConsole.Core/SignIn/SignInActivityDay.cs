namespace IamConsole.Core.SignIn;

/// <summary>What happened at the sign-in of an account on one day (UTC).</summary>
/// <param name="Day">The day.</param>
/// <param name="Successful">Complete sign-ins.</param>
/// <param name="WrongPasswords">Wrong passwords for users of the account; a name that nobody has belongs to no account.</param>
/// <param name="MfaFailed">Wrong codes and keys after a right password.</param>
public sealed record SignInActivityDay(DateOnly Day, int Successful, int WrongPasswords, int MfaFailed);
