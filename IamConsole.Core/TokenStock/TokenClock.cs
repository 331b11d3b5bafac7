namespace IamConsole.Core.TokenStock;

/// <summary>What a device learnt of its token's clock, and what a token keeps from user to user.</summary>
/// <param name="DriftSteps">The token's clock minus ours, in steps.</param>
/// <param name="LastAcceptedStep">The last step whose code was accepted.</param>
internal sealed record TokenClock(int DriftSteps, long LastAcceptedStep);
