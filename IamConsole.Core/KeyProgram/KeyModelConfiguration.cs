using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IamConsole.Core.KeyProgram;

internal sealed class KeyModelConfiguration : IEntityTypeConfiguration<KeyModel>
{
    public void Configure(EntityTypeBuilder<KeyModel> builder)
    {
        builder.ToTable("KeyModels", table => table.HasCheckConstraint("CK_KeyModels_Stock", "\"Stock\" >= 0"));
        builder.Property(m => m.Id).HasMaxLength(32);
        builder.Property(m => m.Name).HasMaxLength(50);
        builder.Property(m => m.Description).HasMaxLength(120);
    }
}
