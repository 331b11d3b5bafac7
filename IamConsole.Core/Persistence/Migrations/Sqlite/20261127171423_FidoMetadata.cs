using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IamConsole.Core.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FidoMetadata : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AuthenticatorModels",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuthenticatorModels", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "LoadedMetadata",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    NextUpdate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LoadedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Signer = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Models = table.Column<int>(type: "INTEGER", nullable: false),
                    LeftOut = table.Column<int>(type: "INTEGER", nullable: false),
                    Others = table.Column<int>(type: "INTEGER", nullable: false),
                    PayloadHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Revocation = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    JudgedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LoadedMetadata", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "AuthenticatorModelChanges",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    ModelKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Statuses = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuthenticatorModelChanges", x => new { x.Number, x.ModelKey });
                    table.ForeignKey(
                        name: "FK_AuthenticatorModelChanges_LoadedMetadata_Number",
                        column: x => x.Number,
                        principalTable: "LoadedMetadata",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AuthenticatorModelChanges");

            migrationBuilder.DropTable(
                name: "AuthenticatorModels");

            migrationBuilder.DropTable(
                name: "LoadedMetadata");
        }
    }
}
