namespace IamConsole.Web.KeyProgram;

/// <summary>Registers this slice.</summary>
public static class KeyProgramServices
{
    /// <summary>The eraser of addresses.</summary>
    public static IServiceCollection AddKeyProgram(this IServiceCollection services) => services.AddHostedService<AddressErasureService>();
}
