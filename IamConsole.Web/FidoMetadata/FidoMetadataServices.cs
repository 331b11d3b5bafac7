namespace IamConsole.Web.FidoMetadata;

/// <summary>Registers this slice.</summary>
public static class FidoMetadataServices
{
    /// <summary>The configured source, for the server and the operator's commands.</summary>
    public static IServiceCollection AddMetadataSource(this IServiceCollection services)
    {
        services.AddOptions<FidoMetadataOptions>().BindConfiguration(FidoMetadataOptions.Section);
        return services.AddSingleton<MetadataDownload>().AddSingleton<MetadataSource>();
    }

    /// <summary>The schedule.</summary>
    public static IServiceCollection AddFidoMetadata(this IServiceCollection services) => services.AddHostedService<MetadataService>();
}
