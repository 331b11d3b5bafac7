using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IamConsole.Core.KeyProgram;

internal sealed class FigureMinimumConfiguration : IEntityTypeConfiguration<FigureMinimum>
{
    public void Configure(EntityTypeBuilder<FigureMinimum> builder)
    {
        builder.ToTable("KeyProgramMinimums");
        builder.HasKey(m => m.Name);
        builder.Property(m => m.Name).HasMaxLength(40);
    }
}
