using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IamConsole.Core.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class KeyJudging : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "KeysJudged",
                table: "LoadedMetadata",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "KeysToJudge",
                table: "LoadedMetadata",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_MfaDevices_AccountId_CloneSuspectedAt",
                table: "MfaDevices",
                columns: new[] { "AccountId", "CloneSuspectedAt" },
                filter: "\"CloneSuspectedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MfaDevices_AccountId_ModelStatus",
                table: "MfaDevices",
                columns: new[] { "AccountId", "ModelStatus" },
                filter: "\"ModelStatus\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_MfaDevices_AccountId_CloneSuspectedAt",
                table: "MfaDevices");

            migrationBuilder.DropIndex(
                name: "IX_MfaDevices_AccountId_ModelStatus",
                table: "MfaDevices");

            migrationBuilder.DropColumn(
                name: "KeysJudged",
                table: "LoadedMetadata");

            migrationBuilder.DropColumn(
                name: "KeysToJudge",
                table: "LoadedMetadata");
        }
    }
}
