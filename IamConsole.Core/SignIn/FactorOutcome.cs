namespace IamConsole.Core.SignIn;

internal enum FactorOutcome
{
    Match,
    Wrong,
    Reused,
    Limited,
}
