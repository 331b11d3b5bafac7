using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IamConsole.Core.FidoMetadata;

internal sealed class StoredModelConfiguration : IEntityTypeConfiguration<StoredModel>
{
    public void Configure(EntityTypeBuilder<StoredModel> builder)
    {
        builder.ToTable("AuthenticatorModels").HasKey(m => m.Key);
        builder.Property(m => m.Key).HasMaxLength(64);
    }
}
