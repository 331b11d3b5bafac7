using Microsoft.Extensions.Options;

namespace IamConsole.Web.FidoMetadata;

/// <summary>A server with metadata half configured does not start, and says why.</summary>
internal sealed class FidoMetadataOptionsCheck : IValidateOptions<FidoMetadataOptions>
{
    public ValidateOptionsResult Validate(string? name, FidoMetadataOptions options) =>
        options.Fault() is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;
}
