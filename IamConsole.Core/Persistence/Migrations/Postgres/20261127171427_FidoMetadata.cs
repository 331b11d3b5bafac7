using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IamConsole.Core.Persistence.Migrations.Postgres
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
                    Key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuthenticatorModels", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "LoadedMetadata",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    NextUpdate = table.Column<DateOnly>(type: "date", nullable: false),
                    LoadedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Signer = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Models = table.Column<int>(type: "integer", nullable: false),
                    LeftOut = table.Column<int>(type: "integer", nullable: false),
                    Others = table.Column<int>(type: "integer", nullable: false),
                    PayloadHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Revocation = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    JudgedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LoadedMetadata", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "AuthenticatorModelChanges",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    ModelKey = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Statuses = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
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
