import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { LawRegistry } from '#dossiers';
import { Refusal } from '#kernel';
import { type Pack } from '#law';
import { Policy } from '../http/policy.decorator.js';
import { listRows } from './list-rows.js';
import { packDetailDto, packDto } from './pack-view.js';
import { ListRowPageDto, ListRowQueryDto, PackDetailDto, PackListDto } from './packs.dto.js';

@ApiTags('Law')
@Controller('packs')
@Policy({
  who: 'public',
  ignoresCredentials: true,
  note: 'Law is public: everybody may see by which rules is judged',
})
export class PacksController {
  constructor(@Inject(LawRegistry) private readonly law: LawRegistry) {}

  @Get()
  @ApiOperation({
    operationId: 'listPacks',
    summary: 'Legal packs that are loaded, with what is missing in them',
  })
  @ApiOkResponse({ type: PackListDto })
  list(): PackListDto {
    return { items: this.law.packs.map(packDto) };
  }

  @Get(':id')
  @ApiOperation({
    operationId: 'getPack',
    summary: 'A pack with clocks, checklist, criteria, rules and list versions',
  })
  @ApiOkResponse({ type: PackDetailDto })
  get(@Param('id') id: string): PackDetailDto {
    return packDetailDto(this.pack(id));
  }

  @Get(':id/lists')
  @ApiOperation({ operationId: 'listRowsOfPack', summary: 'List rows of a pack' })
  @ApiOkResponse({ type: ListRowPageDto })
  lists(@Param('id') id: string, @Query() query: ListRowQueryDto): ListRowPageDto {
    return listRows(this.pack(id), query);
  }

  private pack(id: string): Pack {
    const pack = this.law.packs.find(({ manifest }) => manifest.id.toLowerCase() === id.toLowerCase());
    if (!pack) throw new Refusal('not_found');
    return pack;
  }
}
