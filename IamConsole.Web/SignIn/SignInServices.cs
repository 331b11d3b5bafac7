namespace IamConsole.Web.SignIn;

/// <summary>Registers this slice.</summary>
public static class SignInServices
{
    /// <summary>What the sign-in pages need.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services) => services;

    /// <summary>Endpoints beside the pages.</summary>
    public static void MapSignIn(this IEndpointRouteBuilder endpoints)
    {
    }
}
