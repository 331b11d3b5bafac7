namespace IamConsole.Core.SignIn;

/// <summary>A hardware token that waits for its user's two codes.</summary>
/// <param name="Serial">The printed serial number.</param>
/// <param name="Digits">Digits of its codes.</param>
/// <param name="PeriodSeconds">Seconds between two codes.</param>
/// <param name="IsOpen">False once it was taken back, or the user may not have it any more.</param>
/// <param name="LeadsToRegistration">Without it another device must be registered, or that put off.</param>
public sealed record TokenOffer(string Serial, int Digits, int PeriodSeconds, bool IsOpen, bool LeadsToRegistration);
